/** Names that somebody could give to anything, by what they try. */
export const hostileNames: Readonly<Record<string, string>> = {
  markdown: '**bold** _it_ `code` [a](command:evil) ![i](x) <b>h</b> # > - | ~~s~~ &amp; \\',
  addresses: 'https://evil.example/?q www.evil.example a@evil.example',
  'broken lines': 'one\ntwo\r\n\r\n# three\u2028four\u0085five\ttab',
  'control characters': 'bell\u0007 escape\u001B[31m nothing\u0000',
  'turned direction': '\u202EIPA_RTC\u202C \u2067x\u2069 \u200Fy',
  'nothing to be seen': 'CTR_API\u200B\uFEFF\u00AD',
  'very long': 'long '.repeat(20_000),
  'half a character': '\uD83D',
  levels: 'a/use/0',
  tildes: 'a~1use~0~~2',
  blank: ' \t\n',
  prototype: '__proto__',
  constructor: 'constructor',
  percent: '100% %FF %E0%A4%A',
};
