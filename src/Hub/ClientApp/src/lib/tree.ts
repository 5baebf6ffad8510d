import type { HallLine } from '../wire'

/** A hall with everything below it. */
export interface Branch {
  hall: HallLine
  below: Branch[]
}

/** The halls as trees, in the order of their ids; a hall whose parent is not in the list stands on its own. */
export function treeOf(halls: HallLine[]): Branch[] {
  const branches = new Map(halls.map((hall) => [hall.hall, { hall, below: [] } as Branch]))
  const roots: Branch[] = []
  for (const branch of [...branches.values()].sort((a, b) => a.hall.hall.localeCompare(b.hall.hall))) {
    const parent = branch.hall.parent === null ? undefined : branches.get(branch.hall.parent)
    const siblings = parent === undefined || parent === branch ? roots : parent.below
    siblings.push(branch)
  }
  return roots
}

/** The branch and all below it, top first, with the depth of each. */
export function flatten(branch: Branch, depth = 0): { hall: HallLine; depth: number }[] {
  return [{ hall: branch.hall, depth }, ...branch.below.flatMap((child) => flatten(child, depth + 1))]
}

/** What is left when only halls with `words` in their names or ids, and the halls above them, are wanted. */
export function search(branches: Branch[], words: string): Branch[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return branches
  return branches.flatMap((branch) => {
    if (matches(branch.hall, wanted)) return [branch]
    const below = search(branch.below, wanted)
    return below.length === 0 ? [] : [{ hall: branch.hall, below }]
  })
}

const matches = (hall: HallLine, wanted: string): boolean =>
  [hall.name, hall.nameEn ?? '', hall.hall].some((text) => text.toLowerCase().includes(wanted))

/** The name in the reader's language, as far as the hall has one. */
export const nameOf = (hall: { name: string; nameEn?: string | null }, language: string): string =>
  language === 'en' && hall.nameEn ? hall.nameEn : hall.name
