/** What a stranger's page managed: the ways by which something of ours became readable, and how many bytes. */
export interface Loot {
  readonly ways: readonly string[]
  readonly bytes: number
  readonly tried: number
}

export interface Target {
  /** Where our server may be reached, by every name of this machine. */
  readonly origins: readonly string[]
  readonly paths: readonly string[]
  /** A token as if it had been stolen. */
  readonly token: string
  readonly script: string
}

/** Runs in a stranger's page: everything a page can do to read from another origin. */
export async function attack({ origins, paths, token, script }: Target): Promise<Loot> {
  const ways: string[] = []
  let [bytes, tried] = [0, 0]
  const gain = (way: string, count: number): void => {
    tried += 1
    if (count === 0) return
    ways.push(way)
    bytes += count
  }
  const within = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([
      work.catch(() => otherwise),
      new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), 1_500)),
    ])
  const element = (name: string, url: string, attribute: string): Promise<number> =>
    within(
      new Promise((resolve) => {
        const made = document.createElement(name)
        made.onload = () => resolve(1)
        made.addEventListener('loadedmetadata', () => resolve(1))
        made.onerror = () => resolve(0)
        if (name === 'link') made.setAttribute('rel', 'stylesheet')
        made.setAttribute(attribute, url)
        document.body.append(made)
      }),
      0,
    )
  /** Whether a frame shows something its parent, or a message from it, could tell of. */
  const frame = (url: string, prepare: (name: string) => void): Promise<number> =>
    within(
      new Promise((resolve) => {
        const made = document.createElement('iframe')
        made.name = `f${tried}`
        addEventListener('message', ({ source, data }) => {
          if (source === made.contentWindow) resolve(String(data).length)
        })
        made.onload = () => {
          // A page that was refused stands for itself: no window in it, no document to read.
          const inner = made.contentWindow
          setTimeout(() => {
            let readable = 0
            try {
              readable = inner?.document.body.innerHTML.length ?? 0
            } catch {
              // Another origin's document, or the browser's own error page: neither can be read.
            }
            resolve(readable)
          }, 50)
        }
        document.body.append(made)
        if (url !== '') made.src = url
        prepare(made.name)
      }),
      0,
    )
  const asked = (url: string, options: RequestInit): Promise<number> =>
    within(
      fetch(url, options).then(async (answer) => (await answer.text()).length),
      0,
    )
  const json = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }

  for (const origin of origins) {
    for (const path of paths) {
      const url = origin + path
      gain(`fetch ${url}`, await asked(url, {}))
      gain(`fetch no-cors ${url}`, await asked(url, { mode: 'no-cors' }))
      gain(`credentials ${url}`, await asked(url, { credentials: 'include' }))
      gain(`post text ${url}`, await asked(url, { method: 'POST', body: '{}', mode: 'no-cors' }))
      gain(`post json ${url}`, await asked(url, { method: 'POST', body: '{}', headers: json }))
      gain(`img ${url}`, await element('img', url, 'src'))
      gain(`video ${url}`, await element('video', url, 'src'))
      gain(`frame ${url}`, await frame(url, () => undefined))
      gain(
        `form ${url}`,
        await frame('', (name) => {
          const form = document.createElement('form')
          Object.assign(form, { method: 'POST', action: url, target: name, enctype: 'text/plain' })
          const field = document.createElement('input')
          Object.assign(field, { name: '{"a":"', value: '"}' })
          form.append(field)
          document.body.append(form)
          form.submit()
        }),
      )
      navigator.sendBeacon(url, new Blob(['{}'], { type: 'text/plain' }))
    }
    gain(`script ${origin}`, await element('script', origin + script, 'src'))
    gain(`style ${origin}`, await element('link', origin + script, 'href'))
    const socket = new Promise<number>((resolve) => {
      const made = new WebSocket(origin.replace('http', 'ws'))
      made.onopen = () => resolve(1)
      made.onmessage = ({ data }) => resolve(String(data).length)
      made.onerror = () => resolve(0)
    })
    gain(`socket ${origin}`, await within(socket, 0))
    const stream = new Promise<number>((resolve) => {
      const made = new EventSource(`${origin}/events`)
      made.onmessage = ({ data }) => resolve(String(data).length)
      made.onopen = () => resolve(1)
      made.onerror = () => resolve(0)
    })
    gain(`stream ${origin}`, await within(stream, 0))
  }
  return { ways, bytes, tried }
}
