import { darkPalette, drawCanvas, lightPalette, type CanvasLike, type Drawing } from '@suixing/charts'
import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { shownScheme, useDisplay } from '../theme/display'
import './chart-canvas.scss'

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasLike & { scale(x: number, y: number): void }
}

const fontFamily = "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Noto Sans CJK SC', sans-serif"

/**
 * A drawing on a 2D canvas as wide as its place. `draw` gets the width; `says` is what the picture shows, for those who
 * hear it. `id` is unique on the page. In h5 one query for node and size answers without size, so it is asked
 * twice, and the canvas component may size itself, which wipes it, after it was painted: then it is painted again.
 */
export const ChartCanvas = (props: { id: string; height: number; says: string; draw: (width: number) => Drawing }) => {
  const { id, height, draw } = props
  const scheme = shownScheme(useDisplay())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const look = (left: number) => {
      const query = Taro.createSelectorQuery()
      query.select(`#${id}`).node()
      query.select(`#${id}`).boundingClientRect()
      query.exec(([found, box]: [{ node?: CanvasNode } | null, { width: number } | null]) => {
        if (stopped) return
        const painted = found?.node && box?.width ? paint(found.node, box.width) : 'absent'
        if (left > 0 && painted !== 'kept') timer = setTimeout(() => look(left - 1), 120)
      })
    }
    const paint = (node: CanvasNode, width: number): 'painted' | 'kept' => {
      const pixels = Math.round(width * ratio)
      if (node.width === pixels && last === node) return 'kept'
      last = node
      node.width = pixels
      node.height = Math.round(height * ratio)
      const context = node.getContext('2d')
      context.scale(ratio, ratio)
      drawCanvas(context, draw(width), { palette: scheme === 'dark' ? darkPalette : lightPalette, fontFamily })
      return 'painted'
    }
    let last: CanvasNode | null = null
    // Never 1: a canvas that lost its picture is told by its width, which the h5 component resets to CSS pixels.
    const ratio = Math.max(2, Taro.getSystemInfoSync().pixelRatio)
    Taro.nextTick(() => look(8))
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [id, height, draw, scheme])
  return (
    <View className="sx-chart" role="img" aria-label={props.says}>
      <Canvas id={id} canvasId={id} type="2d" className="sx-chart__canvas" style={{ height: `${height}px` }} />
    </View>
  )
}
