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
 * hear it. `id` is unique on the page. In h5 one query for node and size answers without size, so it is asked twice.
 */
export const ChartCanvas = (props: { id: string; height: number; says: string; draw: (width: number) => Drawing }) => {
  const { id, height, draw } = props
  const scheme = shownScheme(useDisplay())
  useEffect(() => {
    let stopped = false
    const paint = () => {
      if (stopped) return
      const query = Taro.createSelectorQuery()
      query.select(`#${id}`).node()
      query.select(`#${id}`).boundingClientRect()
      query.exec(([found, box]: [{ node?: CanvasNode } | null, { width: number } | null]) => {
        const node = found?.node
        if (stopped || !node || !box?.width) return
        const ratio = Taro.getSystemInfoSync().pixelRatio
        node.width = box.width * ratio
        node.height = height * ratio
        const context = node.getContext('2d')
        context.scale(ratio, ratio)
        drawCanvas(context, draw(box.width), {
          palette: scheme === 'dark' ? darkPalette : lightPalette,
          fontFamily,
        })
      })
    }
    Taro.nextTick(paint)
    return () => {
      stopped = true
    }
  }, [id, height, draw, scheme])
  return (
    <View className="sx-chart" role="img" aria-label={props.says}>
      <Canvas id={id} canvasId={id} type="2d" className="sx-chart__canvas" style={{ height: `${height}px` }} />
    </View>
  )
}
