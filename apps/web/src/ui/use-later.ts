import { useEffect, useState } from 'react';

/** The value once it has stood still for so long (ms): for asking the server while somebody types. */
export function useLater<T>(value: T, after: number): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return later;
}
