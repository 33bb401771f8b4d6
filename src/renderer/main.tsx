import './trusted-types'
import './page-nonce'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/ledger.css'
import './styles/vault.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { reportError } from './app/report-error'
import { startI18n } from './i18n'
import { watchActivity } from './shell/activity'
import { blank, createClient } from './shell/client'
import { createAppStore } from './state/app-store'

const i18n = startI18n('zh-CN')
const client = createClient()
watchActivity(client, window, () => performance.now())
const store = createAppStore(client, { report: (error) => reportError(i18n.t, error), blank })
void store.getState().start()
// The page may be on its way out: what is half-typed goes to the host now.
document.addEventListener('visibilitychange', () => void store.getState().flushDrafts())

// A file dropped beside a field that takes files must not take the page away.
for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault())

const root = document.getElementById('root')
if (root) createRoot(root).render(<App store={store} i18n={i18n} />)
