import type { MethodsSection } from './methods.ts'

/** How the text of the reports is searched, and what that leaves out. */
export const searchSection: MethodsSection = {
  id: 'search',
  title: { zh: '怎样在正文中查找', en: 'How the text is searched' },
  text: [
    {
      zh: '查找的是各部分的正文：标题、表格和网站上下文不在内；同一机关同一年有几个文件的，只查作数的那个。词语照原样比对，不分词：“信息公开”只找这四个字连在一起的地方。全角半角、大小写、繁简不加区别。两个汉字以下不查。',
      en: 'What is searched is the running text of the sections, without headings, tables and what a site prints around a report; of several files for one agency and year, the one that counts. Words are compared as they are, without being split: 信息公开 is found where these four characters follow each other. Full and half width, capitals, traditional and simplified characters make no difference. Less than two characters are not looked for.',
    },
    {
      zh: '结果从最近的年份排起，同一年里级别高的机关在前，不按“相关度”排序。每份报告列出含这些词最多的一段，点开就到原文的那一行。找到的份数是本站收录的报告里的份数，不能代表没有收录的报告。',
      en: 'What is found is listed from the latest year on, higher levels first, and not by any relevance. Of each report the paragraph with most of the words is shown, and leads to its line in the source. Numbers found are of the reports covered here, and say nothing of others.',
    },
    {
      zh: '索引按年份分成小文件，由浏览器按需取用，不经过服务器程序，也不记录查了什么。',
      en: 'The index is divided into small files by year, which the browser fetches as they are needed. No program on a server is involved, and nothing is recorded.',
    },
  ],
}
