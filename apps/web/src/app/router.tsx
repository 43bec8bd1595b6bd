import type { Me } from '@shouwen/contract/staff';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { bringBack } from '../outbox/last-seen.ts';
import { ROSTER_TABS, type RosterTab } from '../roster/roster-tabs.ts';
import { isWeek } from '../roster/weeks.ts';
import { readSought } from '../records/records-sought.ts';
import { Loading } from '../ui/notes.tsx';
import { Broken, Lost } from './broken.tsx';
import { Frame } from './frame.tsx';
import { meQuery } from './me.ts';
import { only } from './only.ts';
import { setUpQuery } from './set-up-query.ts';
import { Trouble } from './trouble.ts';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet });

/** Before anybody is signed in. */
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in',
  // Only an address of our own: nobody is sent away by a link.
  validateSearch: only<{ next?: string }>(search => typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next']) ? { next: search['next'] } : {}),
  beforeLoad: async ({ context }) => {
    const { needed } = await context.client.fetchQuery(setUpQuery).catch(() => ({ needed: false }));
    if (needed) throw redirect({ to: '/set-up' });
  },
  component: lazyRouteComponent(() => import('../staff/sign-in-screen.tsx'), 'SignInScreen'),
});
const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: lazyRouteComponent(() => import('../staff/set-up-screen.tsx'), 'SetUpScreen') });
const once = createRoute({ getParentRoute: () => root, path: '/once', component: lazyRouteComponent(() => import('../staff/once-screen.tsx'), 'OnceScreen') });

const providerBack = createRoute({ getParentRoute: () => root, path: '/sign-in/back', component: lazyRouteComponent(() => import('../staff/provider-back-screen.tsx'), 'ProviderBackScreen') });
const secondStepFirst = createRoute({ getParentRoute: () => root, path: '/second-step', component: lazyRouteComponent(() => import('../staff/second-step-first-screen.tsx'), 'SecondStepFirstScreen') });

/** Whoever isn't signed in does that first, and comes back to where they wanted to go. */
const signedIn = async ({ context, location }: { context: { client: QueryClient }; location: { href: string } }) => {
  let me: Me;
  try {
    me = await context.client.ensureQueryData(meQuery);
  } catch (error) {
    if (error instanceof Trouble && error.kind === 'signed_out') throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    if (!(error instanceof Trouble && error.kind === 'offline' && await bringBack(context.client))) throw error;
    me = context.client.getQueryData(meQuery.queryKey)!;
  }
  if (me.secondStepFirst) throw redirect({ to: '/second-step' });
};
/** Everything else stands in the frame, for whoever is signed in. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame, beforeLoad: signedIn });
/** But for what fills a phone by itself. */
const phoneRegister = createRoute({ getParentRoute: () => root, path: '/m/register', validateSearch: only((search: Record<string, unknown>): { room?: string; place?: string } => ({ ...typeof search['room'] === 'string' && /^[0-9a-f-]{36}$/.test(search['room']) && { room: search['room'] }, ...typeof search['place'] === 'string' && { place: search['place'].slice(0, 200) } })), beforeLoad: signedIn, component: lazyRouteComponent(() => import('../phone/phone-register.tsx'), 'PhoneRegister') });
const myDay = createRoute({ getParentRoute: () => frame, path: '/', component: lazyRouteComponent(() => import('../clocks/my-day-screen.tsx'), 'MyDayScreen') });
const matters = createRoute({
  getParentRoute: () => frame, path: '/matters',
  validateSearch: only((search: Record<string, unknown>): Record<string, string> => Object.fromEntries(Object.entries(search).flatMap(([name, value]) => value === undefined || value === '' ? [] : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)]]))),
  component: lazyRouteComponent(() => import('../matters/matters-screen.tsx'), 'MattersScreen'),
});
const matter = createRoute({ getParentRoute: () => frame, path: '/matters/$number', component: lazyRouteComponent(() => import('../matters/matter-screen.tsx'), 'MatterScreen') });
const customerView = createRoute({ getParentRoute: () => frame, path: '/matters/$number/customer', component: lazyRouteComponent(() => import('../matters/customer-view-screen.tsx'), 'CustomerViewScreen') });
const slipSheet = createRoute({ getParentRoute: () => frame, path: '/matters/$number/slips/$slip', component: lazyRouteComponent(() => import('../matters/slip-sheet-screen.tsx'), 'SlipSheetScreen') });
const coordinationSheet = createRoute({ getParentRoute: () => frame, path: '/matters/$number/coordinations/$form', component: lazyRouteComponent(() => import('../matters/coordination-sheet-screen.tsx'), 'CoordinationSheetScreen') });
const specialEventReport = createRoute({ getParentRoute: () => frame, path: '/matters/$number/special-event-report', component: lazyRouteComponent(() => import('../matters/special-event-screen.tsx'), 'SpecialEventScreen') });
const records = createRoute({ getParentRoute: () => frame, path: '/records', validateSearch: only(readSought), component: lazyRouteComponent(() => import('../records/records-screen.tsx'), 'RecordsScreen') });
const reception = createRoute({ getParentRoute: () => frame, path: '/reception', component: lazyRouteComponent(() => import('../reception/reception-screen.tsx'), 'ReceptionScreen') });
const callbacks = createRoute({
  getParentRoute: () => frame, path: '/callbacks',
  validateSearch: only((search: Record<string, unknown>): { view?: 'quiet'; number?: string } => ({ ...search['view'] === 'quiet' && { view: 'quiet' as const }, ...typeof search['number'] === 'string' && { number: search['number'] } })),
  component: lazyRouteComponent(() => import('../callbacks/callbacks-screen.tsx'), 'CallbacksScreen'),
});
const customers = createRoute({
  getParentRoute: () => frame, path: '/customers',
  validateSearch: only((search: Record<string, unknown>): { tab?: 'rooms' } => search['tab'] === 'rooms' ? { tab: 'rooms' } : {}),
  component: lazyRouteComponent(() => import('../customers/customers-screen.tsx'), 'CustomersScreen'),
});
const person = createRoute({ getParentRoute: () => frame, path: '/customers/$id', component: lazyRouteComponent(() => import('../customers/person-screen.tsx'), 'PersonScreen') });
const roster = createRoute({
  getParentRoute: () => frame, path: '/roster',
  validateSearch: only((search: Record<string, unknown>): { week?: string; tab?: RosterTab } => ({
    ...typeof search['week'] === 'string' && isWeek(search['week']) && { week: search['week'] }, ...ROSTER_TABS.includes(search['tab'] as RosterTab) && { tab: search['tab'] as RosterTab },
  })),
  component: lazyRouteComponent(() => import('../roster/roster-screen.tsx'), 'RosterScreen'),
});
const staff = createRoute({ getParentRoute: () => frame, path: '/staff', component: lazyRouteComponent(() => import('../staff/staff-screen.tsx'), 'StaffScreen') });
const centres = createRoute({ getParentRoute: () => frame, path: '/centres', component: lazyRouteComponent(() => import('../staff/centres-screen.tsx'), 'CentresScreen') });
const duties = createRoute({ getParentRoute: () => frame, path: '/duties', component: lazyRouteComponent(() => import('../staff/duties-screen.tsx'), 'DutiesScreen') });
const wording = createRoute({ getParentRoute: () => frame, path: '/wording', component: lazyRouteComponent(() => import('../wording/wording-screen.tsx'), 'WordingScreen') });
const looks = createRoute({
  getParentRoute: () => frame, path: '/looks',
  validateSearch: only((search: Record<string, unknown>): { staff?: string; from?: string; until?: string } => ({
    ...typeof search['staff'] === 'string' && /^[0-9a-f-]{36}$/.test(search['staff']) && { staff: search['staff'] },
    ...typeof search['from'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(search['from']) && { from: search['from'] }, ...typeof search['until'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(search['until']) && { until: search['until'] },
  })),
  component: lazyRouteComponent(() => import('../finding/looks-screen.tsx'), 'LooksScreen'),
});
const policy = createRoute({
  getParentRoute: () => frame, path: '/policy',
  validateSearch: only((search: Record<string, unknown>): { centre?: string; area?: string; show?: 'all' | 'numbers' | 'changed'; rule?: string; one?: string; other?: string; scheme?: string; against?: string; kind?: string } => ({
    ...typeof search['centre'] === 'string' && /^[0-9a-f-]{36}$/.test(search['centre']) && { centre: search['centre'] },
    ...typeof search['area'] === 'string' && { area: search['area'] }, ...(search['show'] === 'all' || search['show'] === 'numbers' || search['show'] === 'changed') && { show: search['show'] },
    ...typeof search['rule'] === 'string' && { rule: search['rule'] }, ...typeof search['one'] === 'string' && { one: search['one'] }, ...typeof search['other'] === 'string' && { other: search['other'] },
    ...typeof search['scheme'] === 'string' && { scheme: search['scheme'] }, ...typeof search['against'] === 'string' && { against: search['against'] }, ...typeof search['kind'] === 'string' && { kind: search['kind'] },
  })),
  component: lazyRouteComponent(() => import('../policy/policy-screen.tsx'), 'PolicyScreen'),
});
const signInSettings = createRoute({ getParentRoute: () => frame, path: '/sign-in-settings', component: lazyRouteComponent(() => import('../staff/sign-in-settings-screen.tsx'), 'SignInSettingsScreen') });
const imports = createRoute({ getParentRoute: () => frame, path: '/imports', component: lazyRouteComponent(() => import('../importing/imports-screen.tsx'), 'ImportsScreen') });
const oneImport = createRoute({ getParentRoute: () => frame, path: '/imports/$id', component: lazyRouteComponent(() => import('../importing/import-screen.tsx'), 'ImportScreen') });
const backups = createRoute({ getParentRoute: () => frame, path: '/backups', component: lazyRouteComponent(() => import('../backups/backups-screen.tsx'), 'BackupsScreen') });
const displays = createRoute({ getParentRoute: () => frame, path: '/displays', component: lazyRouteComponent(() => import('../wall/displays-screen.tsx'), 'DisplaysScreen') });
/** A TV shows it by the token behind the #, and nobody is signed in. */
const wall = createRoute({ getParentRoute: () => root, path: '/wall', beforeLoad: ({ context, location }) => location.hash ? undefined : signedIn({ context, location }), component: lazyRouteComponent(() => import('../wall/wall-screen.tsx'), 'WallScreen') });
const sessions = createRoute({ getParentRoute: () => frame, path: '/sessions', component: lazyRouteComponent(() => import('../staff/sessions-screen.tsx'), 'SessionsScreen') });

const messageSettings = createRoute({
  getParentRoute: () => frame, path: '/message-settings',
  validateSearch: only((search: Record<string, unknown>): { confirm?: string } => typeof search['confirm'] === 'string' ? { confirm: search['confirm'] } : {}),
  component: lazyRouteComponent(() => import('../alarms/message-settings-screen.tsx'), 'MessageSettingsScreen'),
});

const tree = root.addChildren([signIn, providerBack, secondStepFirst, setUp, once, phoneRegister, wall, frame.addChildren([myDay, reception, matters, matter, customerView, specialEventReport, records, slipSheet, coordinationSheet, duties, wording, callbacks, customers, person, roster, staff, centres, policy, signInSettings, looks, displays, backups, imports, oneImport, sessions, messageSettings])]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree, context: { client }, defaultPreload: 'intent', scrollRestoration: true,
    defaultPendingComponent: Loading, defaultErrorComponent: Broken, defaultNotFoundComponent: Lost,
  });
}
declare module '@tanstack/react-router' { interface Register { router: ReturnType<typeof makeRouter> } }
