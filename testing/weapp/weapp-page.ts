/** A node of Taro's tree as setData carries it: children, text, class, ids. */
export interface TaroNode {
  readonly cn?: readonly TaroNode[]
  readonly v?: string
  readonly cl?: string
  readonly uid?: string
  readonly sid?: string
}

interface TaroPage {
  readonly data: { readonly root?: TaroNode }
  eh(event: object): void
  onShareAppMessage?(asked: { from: 'button' | 'menu' }): Shared | undefined
}

/** What a page gives WeChat to share. */
export interface Shared {
  readonly title: string
  readonly path: string
}

const pathTo = (node: TaroNode, wanted: (node: TaroNode) => boolean): TaroNode[] | null => {
  for (const child of node.cn ?? []) {
    const below = pathTo(child, wanted)
    if (below) return [...below, node]
  }
  return wanted(node) ? [node] : null
}

const textOf = (node: TaroNode): string => (node.v ?? '') + (node.cn ?? []).map(textOf).join('')
const wordsOf = (node: TaroNode): string[] =>
  node.v === undefined ? (node.cn ?? []).flatMap(wordsOf) : node.v === '' ? [] : [node.v]

/** An open page of a compiled package: its words, and fingers on it. */
export class WeappPage {
  constructor(
    readonly path: string,
    private readonly page: TaroPage,
  ) {}

  private get root(): TaroNode {
    return this.page.data.root ?? {}
  }
  /** All words on the page, in order. */
  get words(): readonly string[] {
    return wordsOf(this.root)
  }
  /** All words on the page, joined. */
  get text(): string {
    return this.words.join('|')
  }
  /** Whether an element of a class is on the page. */
  has(name: string): boolean {
    return pathTo(this.root, hasClass(name)) !== null
  }
  /** Taps the innermost element that reads exactly `text`; the tap bubbles as WeChat's does. Throws when nothing reads so. */
  tap(text: string): void {
    this.fire(
      'tap',
      this.pathOf(`「${text}」`, (node) => node.v === undefined && textOf(node) === text),
      {},
    )
  }
  /** Taps the innermost element of a class. */
  tapClass(name: string): void {
    this.fire('tap', this.pathOf(`.${name}`, hasClass(name)), {})
  }
  /** Types into the innermost element of a class. */
  type(name: string, value: string): void {
    this.fire('input', this.pathOf(`.${name}`, hasClass(name)), { value })
  }

  /** What WeChat would share: by a button with open-type share, or by its own menu. Throws where the page may not be shared. */
  shared(from: 'button' | 'menu'): Shared | undefined {
    if (!this.page.onShareAppMessage) throw new Error(`${this.path} cannot be shared`)
    return this.page.onShareAppMessage({ from })
  }

  private pathOf(said: string, wanted: (node: TaroNode) => boolean): TaroNode[] {
    const path = pathTo(this.root, wanted)
    if (!path) throw new Error(`${this.path}: nothing is ${said} in ${this.text}`)
    return path
  }
  private fire(type: string, path: readonly TaroNode[], detail: object): void {
    const targetOf = ({ uid, sid }: TaroNode) => ({ id: uid ?? sid ?? '', dataset: { sid } })
    const [first] = path
    if (!first) return
    const target = targetOf(first)
    for (const node of path)
      if (node.sid !== undefined) this.page.eh({ type, detail, target, currentTarget: targetOf(node), timeStamp: 0 })
  }
}

const hasClass =
  (name: string) =>
  ({ cl = '' }: TaroNode): boolean =>
    cl.split(' ').includes(name)
