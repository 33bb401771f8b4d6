import Conf from 'conf'
import type { HostQuestion } from '#contract/host-messages'
import type { Preferences } from '#contract/procedures'

const DEFAULTS: Preferences = { language: 'zh-CN', theme: 'auto' }

/** Language and theme, in the same file and shape as the desktop shell's electron-store. Nothing personal stands there. */
export function preferencesIn(dataDir: string) {
  const conf = new Conf<Preferences>({
    cwd: dataDir,
    configName: 'preferences',
    defaults: DEFAULTS,
    configFileMode: 0o600,
    clearInvalidConfig: true,
  })
  const read = (): Preferences => {
    const { language, theme } = conf.store
    return {
      language: language === 'en' ? 'en' : 'zh-CN',
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    }
  }
  return {
    answer(question: HostQuestion): unknown {
      if (question.ask === 'readPreferences') return read()
      if (question.ask === 'writePreferences') conf.set(question.preferences)
      return null
    },
  }
}
