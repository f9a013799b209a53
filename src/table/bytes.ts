/** An answer as the client took it: as it came where it is short, else collected by the browser. */
export type AnswerBytes = ArrayBuffer | Blob

/** Bytes. */
export const sizeOf = (bytes: AnswerBytes): number => (bytes instanceof Blob ? bytes.size : bytes.byteLength)

/** What is short is given at once: the way to the browser and back takes longer than reading it. */
export const bufferOf = (bytes: AnswerBytes): ArrayBuffer | Promise<ArrayBuffer> =>
  bytes instanceof Blob ? bytes.arrayBuffer() : bytes
