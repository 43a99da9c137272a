import { type ReactNode, useState } from 'react';

type Props = { readonly className?: string; readonly summary: ReactNode; readonly children: () => ReactNode };

/** What lies closed is drawn when it is first opened: most of it never is, and a slow phone draws what is looked at. */
export const Unfold = ({ className, summary, children }: Props): ReactNode => {
  const [drawn, setDrawn] = useState(false);
  return (
    <details className={className} onToggle={(event) => event.currentTarget.open && setDrawn(true)}>
      <summary>{summary}</summary>
      {drawn && children()}
    </details>
  );
};
