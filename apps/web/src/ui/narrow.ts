import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 640px)');

/** Whether the window is a phone's; the same width at which the style sheets change. */
export const useNarrow = () => useSyncExternalStore(tell => { narrow.addEventListener('change', tell); return () => narrow.removeEventListener('change', tell); }, () => narrow.matches);
