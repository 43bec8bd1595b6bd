import 'virtual:tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../ui/language.tsx';
import { applyMode } from './mode.ts';
import { makeQueryClient } from './query-client.ts';
import { keepSeen } from '../outbox/last-seen.ts';
import { makeRouter } from './router.tsx';

applyMode();
const client = makeQueryClient(() => router.navigate({ to: '/sign-in', search: whereOneWas() }), () => router.navigate({ to: '/second-step' }));
const router = makeRouter(client);
keepSeen(client);
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
/** Where one was, to go on there; not the sign-in itself. */
const whereOneWas = () => ['/sign-in', '/'].includes(location.pathname) ? {} : { next: location.pathname + location.search };

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
