/** The texts of a station in both languages; English must have every key that Chinese has. */
export interface Texts {
  zh: Tree
  en: Tree
}
export type Tree = { [key: string]: string | Tree }

type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

export const texts = <T extends Tree>(zh: T, en: SameKeys<T>): Texts => ({ zh, en: en as Tree })
