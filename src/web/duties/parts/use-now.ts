import { useEffect, useState } from 'react';

/** The present, renewed at each full minute. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(Date.now());
          wait();
        },
        60_000 - (Date.now() % 60_000) + 50,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return now;
};
