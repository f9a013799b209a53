let speak: (words: string) => void = () => {}

/** Where polite words go: the app's one live region takes them. */
export function installAnnouncer(say: (words: string) => void): void {
  speak = say
}

/** Says something politely to those who listen, without showing it. */
export const announce = (words: string): void => speak(words)
