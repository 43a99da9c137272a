import { Component, type ReactNode } from 'react';

type Props = { readonly instead: ReactNode; readonly children: ReactNode };

/** Shows what to do instead when a part of the screen breaks, so that nobody in trouble meets an empty page. */
export class SafetyNet extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
