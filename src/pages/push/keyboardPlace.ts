/** Where the keyboard stands in the jobs of a push, for both their forms: what one form leaves, the other takes up. */
export type KeyboardPlace = {
  /** The job it stood on last, by its row's key. */
  key: string | null
  /** A key asked for the other form: focus goes along as soon as that is drawn. */
  lands: boolean
}
