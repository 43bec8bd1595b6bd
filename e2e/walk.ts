import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person fills into a deed's form: a text by its label, a choice by its words, an option of a list by a part of it; a box is ticked. */
export type Filling = Readonly<Record<string, string>>;

/** Presses a deed's button on a matter's page, fills its form as a person does, and sends it. */
export async function act(page: Page, deed: string, filling: Filling = {}): Promise<void> {
  const bar = page.getByRole('button', { name: new RegExp(`^${deed}`) }).first();
  const more = page.getByRole('button', { name: '更多' }).first();
  await bar.or(more).first().waitFor();
  if (!await bar.isVisible()) await more.click();
  // A deed that just fell due moves from the menu into the bar.
  const there = bar.or(page.getByRole('option', { name: deed, exact: true })).first();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST' && /\/matters\/[^/]+\/[a-z-]+$/.test(new URL(response.url()).pathname)),
    (async () => {
      await there.click();
      if (Object.keys(filling).length === 0) return;
      await fill(page.locator('form.deed'), filling);
      await page.locator('form.deed button[type=submit]').click();
    })(),
  ]);
  expect([deed, answer.status(), await answer.text()]).toEqual([deed, 200, expect.anything()]);
  await page.locator('form.deed').waitFor({ state: 'detached' });
}

/** Within a page or a form of it. */
export async function fill(page: Page | Locator, filling: Filling): Promise<void> {
  for (const [label, value] of Object.entries(filling)) {
    const group = page.getByRole('radiogroup', { name: label });
    if (await group.count()) {
      await group.getByRole('radio', { name: value }).first().click();
      continue;
    }
    const control = page.getByLabel(label).and(page.locator('input:not(.asking *), textarea, select')).first();
    await control.waitFor();
    if (await control.getAttribute('type') === 'checkbox') await control.check();
    else if (await control.evaluate((element) => element.tagName) === 'SELECT') {
      const option = control.locator('option', { hasText: value }).first();
      await option.waitFor({ state: 'attached' });
      await control.selectOption((await option.getAttribute('value'))!);
    } else await control.fill(value);
  }
}

export async function openMatter(page: Page, number: string): Promise<void> {
  await page.goto(`/matters/${number}`);
  await page.getByRole('region', { name: number, exact: true }).waitFor();
}

/** WCAG 2.2 AA, as axe sees the page that stands there. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' | ')}`)).toEqual([]);
}
