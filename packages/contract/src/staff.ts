import { Type, type Static, type TSchema } from 'typebox';
import { POST_CODES, type PostCode } from './posts.ts';
import { optional, orNull } from './schema.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
/** From 1950 to 2199. */
const Day = Type.String({ format: 'date', pattern: '^(19[5-9]|2[01]\\d)\\d-' });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const LongName = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Post = Type.Unsafe<PostCode>({ type: 'string', enum: POST_CODES });
const UserName = Type.String({ minLength: 1, maxLength: 30 });
/** Long ones are cut off here, so that nobody makes the server hash a book. */
const Password = Type.String({ minLength: 1, maxLength: 128 });
const rowsOf = <T extends TSchema>(row: T) => Type.Object({ rows: Type.Array(row), next: orNull(Type.String()) });

/** centreId null: in all centres of the company. */
export const PostHeld = Type.Object({ post: Post, centreId: orNull(Id), departmentId: orNull(Id) });
export type PostHeld = Static<typeof PostHeld>;
export const PostRow = Type.Object({ id: Id, ...PostHeld.properties, from: Time, until: orNull(Time) });
export type PostRow = Static<typeof PostRow>;

// Sign-in
export const SignIn = Type.Object({ userName: UserName, password: Password }, closed);
export type SignIn = Static<typeof SignIn>;
export const Me = Type.Object({
  id: Id, name: Type.String(), userName: orNull(Type.String()), posts: Type.Array(PostHeld),
  company: Type.Object({ id: Id, name: Type.String() }),
  centres: Type.Array(Type.Object({ id: Id, code: Type.String(), name: Type.String(), zone: Type.String() })),
  /** What this person may do somewhere (staff/who-may): the menu shows nothing else. */
  may: Type.Array(Type.String()),
  /** A post of theirs must have a second step, and there is none yet: nothing else is open to them. */
  secondStepFirst: Type.Boolean(),
});
export type Me = Static<typeof Me>;
export const Session = Type.Object({
  id: Id, since: Time, lastSeen: Time, until: Time, address: orNull(Type.String()), browser: orNull(Type.String()), current: Type.Boolean(),
});
export type Session = Static<typeof Session>;
export const Sessions = Type.Object({ rows: Type.Array(Session) });

// The second step after the password
/** A code of the app, or a recovery code, as typed. */
const Code = Type.String({ minLength: 6, maxLength: 40 });
/** Answered with 202 instead of `Me`: the ticket goes back with a code, before it grows too old. */
export const CodeNeeded = Type.Object({ ticket: Type.String(), until: Time });
export type CodeNeeded = Static<typeof CodeNeeded>;
export const CodeGiven = Type.Object({ ticket: Type.String({ minLength: 1, maxLength: 2000 }), code: Code }, closed);
export type CodeGiven = Static<typeof CodeGiven>;
export const Totp = Type.Object({ on: Type.Boolean(), required: Type.Boolean(), recoveryCodesLeft: Type.Integer() });
export type Totp = Static<typeof Totp>;
/** Shown while it is set up: for the camera (`otpauth:`), and to type in by hand. */
export const TotpBegun = Type.Object({ secret: Type.String(), uri: Type.String() });
export type TotpBegun = Static<typeof TotpBegun>;
export const TotpCode = Type.Object({ code: Code }, closed);
export type TotpCode = Static<typeof TotpCode>;
/** Shown this once. */
export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;
export const TotpReset = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, closed);
export type TotpReset = Static<typeof TotpReset>;
/** Frees a person from their account at the company's provider. */
export const UnbindingAccount = TotpReset;
export type UnbindingAccount = Static<typeof UnbindingAccount>;

// The company's provider, and what it asks of whom
export const Providers = Type.Object({ rows: Type.Array(Type.Object({ companyId: Id, name: Type.String() })) });
export type Providers = Static<typeof Providers>;
export const GoingToProvider = Type.Object({ companyId: Id }, closed);
export type GoingToProvider = Static<typeof GoingToProvider>;
export const ProviderAddress = Type.Object({ url: Type.String() });
export type ProviderAddress = Static<typeof ProviderAddress>;
/** What the provider has put behind the question mark of our address. */
export const BackFromProvider = Type.Object({ search: Type.String({ minLength: 1, maxLength: 8000 }) }, closed);
export type BackFromProvider = Static<typeof BackFromProvider>;
/** Each part has a revision of its own for `If-Match`; 0: never set. The secret is never shown. */
export const SignInSettings = Type.Object({
  totp: Type.Object({ revision: Type.Integer(), posts: Type.Array(Post), missing: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
  provider: Type.Object({ revision: Type.Integer(), set: orNull(Type.Object({ issuer: Type.String(), clientId: Type.String(), claim: Type.String() })), redirectUri: Type.String() }),
});
export type SignInSettings = Static<typeof SignInSettings>;
export const RequiringTotp = Type.Object({ posts: Type.Array(Post, { maxItems: 50 }) }, closed);
export type RequiringTotp = Static<typeof RequiringTotp>;
/** `clientSecret` left out: the present one stays. `claim`: what the provider calls the user name. */
export const SettingProvider = Type.Object({
  issuer: Type.String({ minLength: 1, maxLength: 500 }), clientId: Type.String({ minLength: 1, maxLength: 300 }), clientSecret: optional(Type.String({ minLength: 1, maxLength: 500 })),
  claim: Type.String({ pattern: '^[A-Za-z0-9_.:/-]{1,100}$' }),
}, closed);
export type SettingProvider = Static<typeof SettingProvider>;

export const LINK_PURPOSES = ['set_password', 'sign_in'] as const;
/** A link that works once: the web's page is `/once#token`, so that no log ever holds the token. */
export const OneTimeLink = Type.Object({ url: Type.String(), expiresAt: Time });
export type OneTimeLink = Static<typeof OneTimeLink>;
export const OneTimePurpose = Type.Object({ name: Type.String(), userName: Type.String(), purpose: Type.Unsafe<(typeof LINK_PURPOSES)[number]>({ type: 'string', enum: [...LINK_PURPOSES] }) });
export type OneTimePurpose = Static<typeof OneTimePurpose>;
/** `password` only where the purpose is `set_password`. */
export const OneTimeUse = Type.Object({ password: optional(Password) }, closed);
export type OneTimeUse = Static<typeof OneTimeUse>;
export const PasswordChange = Type.Object({ current: Password, password: Password }, closed);
export type PasswordChange = Static<typeof PasswordChange>;
/** `byLinkAlone`: whoever signs in by the company's provider sets a first password by a one-time link. */
export const FirstPasswordNeeded = Type.Object({ needed: Type.Boolean(), byLinkAlone: Type.Boolean() });
export type FirstPasswordNeeded = Static<typeof FirstPasswordNeeded>;
export const FirstPassword = Type.Object({ password: Password }, closed);
export type FirstPassword = Static<typeof FirstPassword>;

// Set-up
export const SetUpNeeded = Type.Object({ needed: Type.Boolean() });
const CentreCode = Type.String({ pattern: '^[A-Z]{1,6}$' });
const Zone = Type.String({ minLength: 1, maxLength: 60 });
const CentrePhone = Type.String({ minLength: 3, maxLength: 40, pattern: '^[0-9+ ()-]*$' });
export const SetUp = Type.Object({
  token: Type.String({ minLength: 1, maxLength: 100 }),
  company: Type.Object({ name: LongName }, closed),
  centre: Type.Object({ code: CentreCode, name: LongName, zone: optional(Zone), phone: optional(CentrePhone) }, closed),
  administrator: Type.Object({ name: Name, userName: UserName, password: Password }, closed),
}, closed);
export type SetUp = Static<typeof SetUp>;

// Staff and posts
export const StaffMember = Type.Object({
  id: Id, name: Type.String(), kind: Type.Unsafe<'person' | 'machine'>({ type: 'string', enum: ['person', 'machine'] }),
  userName: orNull(Type.String()), leftAt: orNull(Time), revision: Type.Integer(), posts: Type.Array(PostRow),
});
export type StaffMember = Static<typeof StaffMember>;
export const StaffList = rowsOf(StaffMember);
export const GivingPost = Type.Object({ post: Post, centreId: optional(Id), departmentId: optional(Id) }, closed);
export type GivingPost = Static<typeof GivingPost>;
export const TakingOnStaff = Type.Object({ name: Name, userName: UserName, posts: optional(Type.Array(GivingPost, { maxItems: 50 })) }, closed);
export type TakingOnStaff = Static<typeof TakingOnStaff>;
/** FCR-35: who takes over what is still open: `?takerId=` of a DELETE. */
export const Leaving = Type.Object({ takerId: optional(Id) }, closed);
export type Leaving = Static<typeof Leaving>;

// Departments and centres
export const Department = Type.Object({ id: Id, centreId: Id, name: Type.String(), heads: Type.Array(Type.Object({ id: Id, name: Type.String() })) });
export type Department = Static<typeof Department>;
export const Departments = Type.Object({ rows: Type.Array(Department) });
export const OpeningDepartment = Type.Object({ name: LongName }, closed);
const LocalTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });
const Windows = Type.Array(Type.Tuple([LocalTime, LocalTime]), { minItems: 1, maxItems: 6 });
const Open = Type.Unsafe<'working_days' | 'every_day'>({ type: 'string', enum: ['working_days', 'every_day'] });
/** CAL-11: from that day on; local times of the centre's zone. */
export const WorkingHours = Type.Object({ from: Day, windows: Windows, open: Open }, closed);
export type WorkingHours = Static<typeof WorkingHours>;
export const Centre = Type.Object({
  id: Id, code: Type.String(), name: Type.String(), phone: orNull(Type.String()), zone: Type.String(), revision: Type.Integer(), hours: Type.Array(WorkingHours),
  /** What holds before the first of `hours`. */
  usualHours: Type.Object({ windows: Windows, open: Open }),
});
export type Centre = Static<typeof Centre>;
export const Centres = Type.Object({ rows: Type.Array(Centre) });
export const OpeningCentre = Type.Object({
  code: CentreCode, name: LongName, zone: optional(Zone), phone: optional(CentrePhone),
}, closed);
export type OpeningCentre = Static<typeof OpeningCentre>;
/** CAL-04: an extra day of the company's own, on or off. */
export const CompanyDay = Type.Object({ day: Day, working: Type.Boolean(), name: LongName }, closed);
export type CompanyDay = Static<typeof CompanyDay>;
/** `revision` counts the changes to all days of the company: `If-Match` of the next one. */
export const CompanyDays = Type.Object({ revision: Type.Integer(), rows: Type.Array(CompanyDay) });
export type CompanyDays = Static<typeof CompanyDays>;

// Roster
export const EnteringShift = Type.Object({ staffId: Id, post: Post, from: Time, until: Time }, closed);
export type EnteringShift = Static<typeof EnteringShift>;
export const Shift = Type.Object({ id: Id, revision: Type.Integer(), staffId: Id, name: Type.String(), post: Post, from: Time, until: Time,
  /** Its person is on approved leave then: somebody has to cover it. */
  toCover: Type.Boolean() });
export type Shift = Static<typeof Shift>;
/** `intake`: nobody takes in matters (CMP-05); `duty_manager`: no manager is on duty (FCR-11); `front_desk`: nobody is at the desk in opening hours (RCP-03). */
export const GAPS = ['intake', 'duty_manager', 'front_desk'] as const;
export const Gap = Type.Object({ what: Type.Unsafe<(typeof GAPS)[number]>({ type: 'string', enum: [...GAPS] }), from: Time, until: Time });
export type Gap = Static<typeof Gap>;
export const Roster = Type.Object({ week: Type.String(), zone: Type.String(), from: Time, until: Time, rows: Type.Array(Shift), gaps: Type.Array(Gap) });
export type Roster = Static<typeof Roster>;
export const OnDuty = Type.Object({
  at: Time,
  rows: Type.Array(Type.Object({ post: Post, staffId: Id, name: Type.String(), until: Time })),
  /** Who a class I matter goes to now (FCR-11), and whether the roster leaves it open. */
  dutyManager: Type.Object({ staff: Type.Array(Type.Object({ id: Id, name: Type.String() })), gap: Type.Boolean() }),
  /** ORG-01: posts that nobody holds in this centre; what is theirs falls to the head of the centre. */
  vacant: Type.Array(Post),
});
export type OnDuty = Static<typeof OnDuty>;
