import { option } from '../lib/place'
import { Announcer } from '../voice/announcer'

const REPEAT_LIMIT = 3

/** ?voice=zh,en: the languages spoken, "off" for none. ?repeat=2: how often. Without them `usual`, once. */
export function makeAnnouncer(usual: string): Announcer | null {
  const languages = (option('voice') ?? usual).split(',').filter((one) => one === 'zh' || one === 'en')
  const repeat = Math.min(REPEAT_LIMIT, Math.max(1, Math.trunc(Number(option('repeat') ?? 1)) || 1))
  return languages.length === 0 ? null : new Announcer(languages, repeat)
}
