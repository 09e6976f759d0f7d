/** Whether this build shows the invented country; `npm run demo` says so to everything it starts. */
export const isInvented = (): boolean => process.env['GONGKAI_INVENTED'] === '1'

/** What pages and files of the invented country say of themselves. */
export const inventedNotice = {
  zh: '虚构数据：这里的机关、地名和数字都由程序编造，只用来演示和测试，不可引用。',
  en: 'Invented data: the agencies, places and figures here are made up by a program, for demonstration and tests only. Do not cite.',
} as const

/** A title or description of a file, marked as invented if the build is. */
export const markInvented = (text: string): string => (isInvented() ? `【虚构 INVENTED】${text}` : text)
