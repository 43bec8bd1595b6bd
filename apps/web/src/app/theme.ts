/**
 * The one theme of the product: every colour, size and font has its name and value here and nowhere else. `tokensCss` makes the
 * custom properties of it that all style sheets use.
 * Text pairs hold 4.5:1, edges of controls 3:1, in both modes.
 */
export type Mode = 'light' | 'dark';

const LIGHT = {
  // 黛青, a petrol that is no due state's colour: action, selection, focus
  'primary': '#0f5b6d', 'primary-hover': '#147389', 'primary-active': '#0a4553', 'primary-bg': '#e4f0f2', 'primary-border': '#9fc4cc', 'on-primary': '#ffffff',
  'text': '#17252c', 'text-2': '#465861', 'text-3': '#55656d', 'text-off': '#8b989f',
  'bg': '#eff3f3', 'surface': '#ffffff', 'raised': '#ffffff', 'fill': '#f5f8f8', 'fill-2': '#e7edee', 'line': '#dce4e6', 'edge': '#84949c',
  'rail': '#12323b', 'rail-on': '#1f4a56', 'rail-text': '#c9d8dc', 'rail-strong': '#ffffff', 'rail-dot': '#f0b35a', 'rail-line': '#41626b', 'rail-late': '#f2b8b2', 'rail-late-ink': '#4a0b06',
  'focus': '#0f5b6d', 'shadow': '0 6px 20px rgb(15 40 48 / .16), 0 1px 3px rgb(15 40 48 / .12)',
  // due states and nothing else
  'due-ok': '#3b5661', 'due-soon': '#7d4a00', 'due-soon-bg': '#ffefd2', 'due-soon-bar': '#c98416', 'due-late': '#ffffff', 'due-late-bg': '#b3261e', 'due-late-ink': '#b3261e',
  'due-hold': '#54468a', 'due-hold-bg': '#efecf8', 'due-done': '#1b6a3c',
  // to notice, not a due state (热点, 已升级); refusals and errors
  'attn': '#a3500f', 'attn-bg': '#fbf1e8', 'bad': '#8c1d16', 'bad-bg': '#fdecea',
  // charts: one hue in steps, one contrast hue
  'c1': '#0f5b6d', 'c2': '#4f8f9d', 'c3': '#9cc3ca', 'c4': '#d3e5e8', 'c-alt': '#a3500f', 'c-grid': '#e3e9eb',
};
type Colours = Record<keyof typeof LIGHT, string>;

const DARK: Colours = {
  'primary': '#6cc0d0', 'primary-hover': '#8ad0dd', 'primary-active': '#4fa9ba', 'primary-bg': '#16363f', 'primary-border': '#2f6470', 'on-primary': '#06222a',
  'text': '#e6eef0', 'text-2': '#b3c3c9', 'text-3': '#93a6ad', 'text-off': '#62747b',
  'bg': '#0d1a1f', 'surface': '#13242a', 'raised': '#1a2f37', 'fill': '#182b32', 'fill-2': '#22393f', 'line': '#24393f', 'edge': '#5f7a83',
  'rail': '#0a1519', 'rail-on': '#17343d', 'rail-text': '#a9bdc3', 'rail-strong': '#ffffff', 'rail-dot': '#f0b35a', 'rail-line': '#41626b', 'rail-late': '#f2b8b2', 'rail-late-ink': '#4a0b06',
  'focus': '#8ad0dd', 'shadow': '0 8px 24px rgb(0 0 0 / .5), 0 0 0 1px #2a4249',
  'due-ok': '#b3c3c9', 'due-soon': '#ffcf7d', 'due-soon-bg': '#46330f', 'due-soon-bar': '#c98416', 'due-late': '#ffffff', 'due-late-bg': '#cf3a2f', 'due-late-ink': '#ff9a8f',
  'due-hold': '#c5b8f2', 'due-hold-bg': '#2b2547', 'due-done': '#7fd3a0',
  'attn': '#f0a868', 'attn-bg': '#35240f', 'bad': '#ffb4ab', 'bad-bg': '#3a1512',
  'c1': '#6cc0d0', 'c2': '#3f8b9a', 'c3': '#2a5f6b', 'c4': '#1d3f48', 'c-alt': '#f0a868', 'c-grid': '#24393f',
};

/** System CJK fonts, no web font. English reads Latin first: a CJK font draws ’ and “ ” as wide as a character. */
const LATIN = 'system-ui, "Segoe UI", Roboto, "Noto Sans", ';
const FONT = '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/** Sizes of type, in px: [size, line, weight]. */
const TYPE = { 12: [12, 18, 400], 13: [13, 20, 400], 14: [14, 22, 400], 16: [16, 24, 600], 20: [20, 28, 600], 28: [28, 36, 600] } as const;

/** px; an 8 px grid, 4 px inside controls. */
const SIZES = {
  's1': 4, 's2': 8, 's3': 12, 's4': 16, 's6': 24, 's8': 32, 'radius': 4, 'radius-sm': 2, 'radius-lg': 6,
  'ctl': 32, 'ctl-sm': 24, 'rail-w': 144, 'top-h': 48, 'aside-w': 288, 'clocks-w': 432, 'tabs-h': 60,
};

/** On the phone the base is 16 px, so that a browser doesn't zoom into fields, and controls are 44 px for a thumb. */
const PHONE_TYPE = { ...TYPE, 12: [13, 20, 400], 13: [14, 22, 400], 14: [16, 24, 400] } as const;
const PHONE_SIZES = { 'ctl': 44, 'ctl-sm': 36 };

const typeIn = (font: string, type: typeof TYPE | typeof PHONE_TYPE) => ({
  font, ...Object.fromEntries(Object.entries(type).map(([name, [size, line, weight]]) => [`fs-${name}`, `${weight === 400 ? '' : `${weight} `}${size}px/${line}px ${font}`])),
});
const inPx = (sizes: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(sizes).map(([name, px]) => [name, `${px}px`]));

const declare = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([name, value]) => `--${name}: ${value};`).join(' ');

/** The custom properties: by what the system prefers, unless the person chose (`data-theme` on the root element). */
export function tokensCss(): string {
  return [
    `:root { color-scheme: light; ${declare(LIGHT)} ${declare(typeIn(FONT, TYPE))} ${declare(inPx(SIZES))} }`,
    `:root:lang(en) { ${declare(typeIn(LATIN + FONT, TYPE))} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { color-scheme: dark; ${declare(DARK)} } }`,
    `:root[data-theme=dark] { color-scheme: dark; ${declare(DARK)} }`,
    `@media (max-width: 640px) { :root { ${declare(typeIn(FONT, PHONE_TYPE))} ${declare(inPx(PHONE_SIZES))} } :root:lang(en) { ${declare(typeIn(LATIN + FONT, PHONE_TYPE))} } }`,
    `@media print { :root, :root[data-theme=dark] { color-scheme: light; ${declare(LIGHT)} } }`,
  ].join('\n');
}
