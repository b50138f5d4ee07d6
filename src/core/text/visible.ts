// Names come from tenants and files, and may hold anything. A line of an editor is one line, read from one side.

/** What has no width, or turns the direction of what follows: nobody would see that it is there. */
const unseen = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
/** Nearly all: words of ASCII, with one space between. */
const harmless = /^[!-~]+(?: [!-~]+)*$/;

/** On one line, and with everything to be seen that is in it: another name is another target to a workflow. */
export function visible(text: string): string {
  if (harmless.test(text)) return text;
  return unseenShown(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** With a mark wherever there is something that nobody sees. */
export function unseenShown(text: string): string {
  return text.replace(
    unseen,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
