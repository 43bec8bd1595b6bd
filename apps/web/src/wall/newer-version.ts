import { useEffect } from 'react';

/** Ten minutes. */
const LOOK_EVERY = 600_000;

/** A page that nobody closes loads itself anew once the server has another build of it: its own script is no longer the one the server's page names. */
export function useNewerVersion() {
  useEffect(() => {
    const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
    const looking = setInterval(() => {
      fetch('/', { cache: 'no-cache' }).then(async answer => answer.ok ? answer.text() : '').then(page => { if (own && page.includes('<script') && !page.includes(own)) location.reload(); }, () => undefined);
    }, LOOK_EVERY);
    return () => clearInterval(looking);
  }, []);
}
