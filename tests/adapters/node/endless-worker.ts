import { parentPort } from 'node:worker_threads'

// A reader that a hostile file has led astray: it never ends, or it takes all the memory there is.
parentPort?.once('message', ({ text }: { readonly text: string }) => {
  const held: string[][] = []
  for (;;) if (text === 'memory') held.push(Array.from({ length: 100_000 }, (_one, index) => `${index} ${held.length}`))
})
