import { Component } from 'react'
import type { ReactNode } from 'react'
import { PageError } from './PageError.tsx'

type Props = {
  children: ReactNode
  /** Where one is: somewhere else things may go better. */
  place: string
}
type State = { failure: { thrown: unknown } | null; place: string }

/** Keeps what breaks in a page from taking the frame with it. React has this only as a class. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failure: null, place: this.props.place }

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { failure: { thrown } }
  }

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return place === state.place ? null : { failure: null, place }
  }

  override render(): ReactNode {
    const { failure } = this.state
    return failure === null ? this.props.children : <PageError thrown={failure.thrown} />
  }
}
