import type { MatterShown } from '@shouwen/contract/matters';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../app/me.ts';
import { useNow } from '../app/now.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { PageTitle } from '../ui/panel.tsx';
import { sayExactly } from '../ui/times.ts';
import './customer-view.css';
import './sheet.css';

const WORDS = words({ back: ['返回事项', 'Back to the matter'], print: ['打印', 'Print'], number: ['编号', 'No.'], of: ['事项', 'Matter'], printed: ['打印时间', 'Printed'] });

/** A form of the manuals as it stands, and printed on A4: the company's name, its number, what it holds. */
export function Sheet({ title, paper, matter, children }: { title: string; paper: string; matter: MatterShown; children: ReactNode }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const { company, centres } = useMe();
  const now = useNow();
  return (
    <>
      <div className="noprint"><PageTitle title={title} says={paper}>
        <Link to="/matters/$number" params={{ number: matter.number }}>{t.back}</Link>
        <Button look="primary" onClick={() => print()}>{t.print}</Button>
      </PageTitle></div>
      <article className="panel custview sheet" aria-label={`${title} ${paper}`}>
        <header><span className="grow">{company.name}<br /><b>{centres.find(centre => centre.id === matter.centreId)?.name}</b></span><span>{t.number} <b>{paper}</b><br />{t.of} {matter.number}</span></header>
        <h2 className="sheettitle">{title}</h2>
        {children}
        <footer className="paper"><span className="plain">{t.printed} {sayExactly(now, { zone: matter.zone, language })}</span></footer>
      </article>
    </>
  );
}
