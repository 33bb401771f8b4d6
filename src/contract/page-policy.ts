/** What the page may do, the same in both shells. `nonce` is new for every load of the page. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')

/** What a worker of the page may do: compute, with WebAssembly from the program's own files. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** Whether a path is where the build puts the scripts of workers. */
export const isWorkerScript = (path: string): boolean => /^\/workers\/[\w-]+\.js$/.test(path)

/** Sent with every answer, errors included. `path` is the path of the address that was asked for. */
export const securityHeaders = (nonce: string, path = '/'): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': isWorkerScript(path) ? WORKER_POLICY : contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
  'Cache-Control': 'no-store',
})

/** Where the build leaves the place of the nonce in `index.html`. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
}
