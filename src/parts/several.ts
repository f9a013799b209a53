import { count } from '../domain/duration.ts'

/** "1 job", "26,700 jobs". The plural is the word with an s unless given. */
export const several = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`
