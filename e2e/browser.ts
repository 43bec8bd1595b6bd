import { chromium, type Browser } from 'playwright-core';

/** Debian's Chromium without a window, and without calls of its own to the outside. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** The two sizes every screen is made for. */
export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
