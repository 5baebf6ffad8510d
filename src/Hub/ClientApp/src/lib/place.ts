/** The parts of the page's address: /display/450521/windows/3 -> ["display", "450521", "windows", "3"]. */
const parts = location.pathname
  .split('/')
  .filter((part) => part !== '')
  .map(decodeURIComponent)

export const pathPart = (index: number): string => parts[index] ?? ''

export const option = (name: string): string | null => new URLSearchParams(location.search).get(name)

export const hallPath = (hall: string): string => `/api/halls/${encodeURIComponent(hall)}`

export const ticketPath = (ticketOrLink: string): string => `/api/tickets/${encodeURIComponent(ticketOrLink)}`
