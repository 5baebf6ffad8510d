import type { Matter } from '../wire'

/** The matters of one button of the start screen: those of a domain, or of a department that has none. */
export interface Group {
  name: string
  matters: Matter[]
}

/** Domains first, as their windows are marked; then departments; in each the larger first. */
export function groupsOf(matters: Matter[]): Group[] {
  const byName = new Map<string, { group: Group; domain: boolean }>()
  for (const matter of matters) {
    const name = matter.domain || matter.department
    const entry = byName.get(name) ?? { group: { name, matters: [] }, domain: Boolean(matter.domain) }
    entry.group.matters.push(matter)
    byName.set(name, entry)
  }
  return [...byName.values()]
    .sort((a, b) => Number(b.domain) - Number(a.domain) || b.group.matters.length - a.group.matters.length)
    .map((entry) => entry.group)
}

const textOf = (matter: Matter): string =>
  `${matter.name} ${matter.nameEn ?? ''} ${matter.department} ${matter.domain ?? ''}`.toLowerCase()

/** Matters with the words in them as written; failing that, with all of their characters in any place. */
export function findMatters(matters: Matter[], words: string): Matter[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return matters
  const written = matters.filter((matter) => textOf(matter).includes(wanted))
  if (written.length > 0) return written
  const characters = [...wanted].filter((one) => one.trim() !== '')
  return matters.filter((matter) => characters.every((one) => textOf(matter).includes(one)))
}

/** The characters that narrow the found matters best, for a touch screen without a keyboard. */
export function nextCharacters(found: Matter[], words: string, limit: number): string[] {
  const counts = new Map<string, number>()
  for (const matter of found) {
    for (const one of new Set(matter.name)) {
      if (/[\p{L}\p{N}]/u.test(one) && !words.includes(one)) counts.set(one, (counts.get(one) ?? 0) + 1)
    }
  }
  const telling = [...counts].filter(([, count]) => count < found.length || found.length === 1)
  return telling
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([one]) => one)
}
