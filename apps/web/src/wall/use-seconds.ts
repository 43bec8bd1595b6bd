import { useEffect, useState } from 'react';
import { serverNow } from '../app/now.ts';

/** The present, renewed every second. */
export function useSeconds(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => { const ticking = setInterval(() => setNow(serverNow()), 1_000); return () => clearInterval(ticking); }, []);
  return now;
}
