import { createElement, type ChangeEvent, type ReactNode } from 'react'

/** The components of Taro as DOM elements, for component tests in jsdom: enough to find, press and type. */
interface Props {
  readonly children?: ReactNode
  readonly value?: string
  readonly onInput?: (event: { detail: { value: string } }) => void
  readonly [name: string]: unknown
}

/** What DOM elements take as it is; the rest of a mini-program's attributes mean nothing there. */
const known =
  /^(id|className|style|role|title|src|aria-.*|data-.*|on(Click|Touch.*|Scroll|Load|Error)|placeholder|disabled|type)$/
const passed = (props: Props) => Object.fromEntries(Object.entries(props).filter(([name]) => known.test(name)))

const box = (tag: string) =>
  function TaroBox({ children, ...props }: Props) {
    return createElement(tag, passed(props), children)
  }
const field = (tag: 'input' | 'textarea') =>
  function TaroField({ value, onInput, ...props }: Props) {
    const onChange = ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onInput?.({ detail: { value: target.value } })
    const { type: _, ...rest } = passed(props)
    return createElement(tag, { ...rest, value: value ?? '', onChange })
  }

export const View = box('div')
export const Text = box('span')
export const Button = box('button')
export const Image = box('img')
export const Form = box('form')
export const Label = box('label')
export const ScrollView = box('div')
export const Swiper = box('div')
export const SwiperItem = box('div')
export const Picker = box('div')
export const RichText = box('div')
export const Canvas = ({ type: _, ...props }: Props) => createElement('canvas', passed(props))
export const Input = field('input')
export const Textarea = field('textarea')
