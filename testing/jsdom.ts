/** What antd expects of a browser and jsdom lacks. Does nothing in node tests. */
if (typeof window !== 'undefined') {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addListener() {},
      removeListener() {},
      addEventListener() {},
      removeEventListener() {},
      dispatchEvent: () => false,
    }) as MediaQueryList
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  const computed = window.getComputedStyle.bind(window)
  window.getComputedStyle = (element: Element) => computed(element)
}
