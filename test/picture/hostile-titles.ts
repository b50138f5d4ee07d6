/** Titles that would end a text, start something, or hide something, were they not made harmless. */
export const hostileTitles: Readonly<Record<string, string>> = {
  'the end of a script': '</script><script>alert(1)</script>',
  'an image that fails': '"><img src=x onerror=alert(1)>',
  'the end of a text and of an SVG': '</text></svg><a href="javascript:alert(1)">x</a>',
  quotes: `"double" 'single' \`back\``,
  'a section of raw data': ']]><![CDATA[ x ]]>',
  entities: '&amp;&#x3c;&nope; #quot;',
  'control characters': 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f',
  'line breaks': 'one\ntwo\r\nthree\u2028four',
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 family',
  'a half of a pair': 'a\ud83d b \udc00 c',
  'what turns the direction': 'abc\u202edef\u2066ghi',
  'words from right to left': 'שלום עולם مرحبا',
  'a great length': 'x'.repeat(5000),
  'no letters at all': '   ',
};
