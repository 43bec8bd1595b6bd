import type { PolicyPage, PolicyVersion, RuleShown } from '@shouwen/contract/policy';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMay } from '../app/me.ts';
import { Trouble } from '../app/trouble.ts';
import { Filters } from '../ui/choice.tsx';
import { useLanguage, useWords, words } from '../ui/language.tsx';
import { Empty, Loading, NoPermission, RefusalNote } from '../ui/notes.tsx';
import { PageTitle, Panel } from '../ui/panel.tsx';
import { ApplyPanel } from './apply-panel.tsx';
import { ApprovalPanel } from './approval-panel.tsx';
import { AreasNav } from './areas-nav.tsx';
import { choiceChanged, changesIn, ruleChanged } from './changed.ts';
import { ChoicesPanel } from './choices-panel.tsx';
import { DraftActs } from './draft-acts.tsx';
import { policyQuery, runsWatched, versionsQuery } from './policy-query.ts';
import { PolicyPaper } from './policy-paper.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { RulesTable } from './rules-table.tsx';
import { SchemesPanel } from './schemes-panel.tsx';
import { Sources } from './sources.tsx';
import { TrialPanel } from './trial-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';
import { VersionsStrip } from './versions-strip.tsx';
import { Warnings } from './warnings.tsx';
import '../ui/lists.css';
import './policy.css';

const WORDS = words({
  title: ['制度', 'Policy'], scope: ['适用于', 'For'], company: ['全公司', 'The whole company'], differs: [(name: string, n: number) => (n > 0 ? `${name}（另有 ${n} 处不同）` : name), (name: string, n: number) => (n > 0 ? `${name} (${n} of its own)` : name)],
  inForce: [(version: string) => `现行 ${version}`, (version: string) => `${version} in force`], all: ['全部', 'All'], choices: ['可选做法', 'Choices'], jump: ['跳到条款', 'Jump to a rule'], jumpHint: ['选择条款…', 'Choose a rule…'], show: ['显示', 'Show'], numbers: ['有数值', 'With numbers'], changed: ['仅看改动', 'Changed'], struck: ['划去的是将被替换的现行值', 'What is struck out will be replaced'],
  noneChanged: ['草稿还没有改动这一部分', 'The draft changes nothing here'], noNumbers: ['这一部分没有数值', 'Nothing here has a number'], readOnly: ['由公司管理员或品质管理部起草修订；各中心负责人可起草本中心的。', 'Drafted by the company administrator or the quality department; a centre’s by its manager too.'],
});
export type Show = 'all' | 'numbers' | 'changed';

/** CAL-09: the rules as they stand, and their versions from draft to publishing. */
export function PolicyScreen() {
  const t = useWords(WORDS);
  const may = useMay();
  const search = useSearch({ from: '/frame/policy' });
  const { data, error, refetch } = useQuery({ ...policyQuery(search.centre ?? null), enabled: may('see_policy') });
  const versions = useInfiniteQuery({ ...versionsQuery(search.centre ?? null), enabled: may('see_policy') });
  if (!may('see_policy')) return <><PageTitle title={t.title} /><Panel title={t.title}><NoPermission /></Panel></>;
  if (!data) return <><PageTitle title={t.title} />{error instanceof Trouble ? <RefusalNote trouble={error} onAgain={() => void refetch()} /> : <Panel title={t.title}><Loading lines={12} /></Panel>}</>;
  return <Whole page={data} versions={versions.data?.pages.flatMap(({ rows }) => rows) ?? []} more={versions.hasNextPage ? () => void versions.fetchNextPage() : null} />;
}

function Whole({ page, versions, more }: { page: PolicyPage; versions: readonly PolicyVersion[]; more: (() => void) | null }) {
  const t = useWords(WORDS);
  const { draft } = page;
  const search = useSearch({ from: '/frame/policy' });
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const go = (to: typeof search) => void navigate({ to: '/policy', search: { ...search.centre && { centre: search.centre }, ...to }, replace: true, resetScroll: false });
  const toRule = (id: string) => go({ area: id.startsWith('CHO-') ? 'choices' : page.areas.find(area => area.rules.some(rule => rule.id === id))?.area ?? 'all', show: 'all', rule: id });
  const compare = (one: string, other: string) => go({ ...search, one, other });
  const before = (version: string) => versions[versions.findIndex(one => one.version === version) + 1]?.version ?? 'rulebook';
  const comparing = search.one !== undefined && search.other !== undefined;
  return (
    <div className="policy">
      <PageTitle title={t.title} says={t.inForce(page.inForce.version)}>
        <label className="scope noprint"><span className="unseen">{t.scope}</span>
          <select className="in" value={page.centreId ?? ''} onChange={event => void navigate({ to: '/policy', search: event.target.value ? { centre: event.target.value } : {} })}>
            <option value="">{t.company}</option>{page.centres.map(({ id, name, own }) => <option key={id} value={id}>{t.differs(name, own)}</option>)}
          </select>
        </label>
        <DraftActs page={page} onTrouble={setTrouble} />
      </PageTitle>
      {trouble && <div className="gap"><RefusalNote trouble={trouble} /></div>}
      <div className={comparing ? undefined : 'noprint'}><VersionsStrip page={page} versions={versions} at={comparing ? search.other : undefined} onVersion={version => compare(before(version), version)} />
      <Warnings warnings={page.warnings} drafted={draft !== null} onRule={toRule} /></div>
      <div className="lay">
        {comparing ? (
          <div className="span">
            <VersionsPanel versions={versions} draft={draft} one={search.one!} other={search.other!} more={more} onCompare={compare} onClose={() => go({})}
              params={paramsOf(page)} options={new Map(page.choices.flatMap(choice => choice.options.map(option => [`${choice.setting}/${option.value}`, option.zh])))} />
          </div>
        ) : <Rules page={page} onGo={go} />}
        <aside className="noprint">
          {draft ? <OfDraft page={page} onPublished={version => go({ one: page.inForce.version, other: version })} /> : <ApprovalPanel page={page} draft={null} />}
          {!draft && !page.may.draft && <p className="s12 mute aside-note">{t.readOnly}</p>}
          <Sources sources={page.sources} />
        </aside>
      </div>
    </div>
  );
}

function OfDraft({ page, onPublished }: { page: PolicyPage; onPublished: (version: string) => void }) {
  const draft = page.draft!;
  const { data } = useQuery(runsWatched(draft.id));
  const runs = data?.rows ?? [];
  return (
    <>
      <PreviewPanel draft={draft} runs={runs} />
      {draft.may.discard && <ApplyPanel draft={draft} runs={runs} needsApproval={page.approval.required} onPublished={onPublished} />}
      <ApprovalPanel page={page} draft={draft} />
      {data && <TrialPanel draft={draft} runs={runs} />}
    </>
  );
}

const paramsOf = (page: PolicyPage) => new Map(page.areas.flatMap(area => area.rules.flatMap(rule => rule.params)).map(param => [param.key, param]));

interface Search { centre?: string; area?: string; show?: Show; rule?: string; one?: string; other?: string; scheme?: string; against?: string; kind?: string }

function Rules({ page, onGo }: { page: PolicyPage; onGo: (to: Search) => void }) {
  const t = useWords(WORDS);
  const [language] = useLanguage();
  const search = useSearch({ from: '/frame/policy' });
  const drafted = page.draft !== null;
  const counted = page.areas.map(({ area, zh, en, rules, ...rest }) => ({ area, zh, en, rules: rules.length, changed: changesIn({ area, zh, en, rules, ...rest }, drafted) }));
  const choices = { area: 'choices', zh: '可选做法', en: 'Choices', rules: page.choices.length, changed: page.choices.filter(choiceChanged).length };
  const sum = (of: 'rules' | 'changed') => [...counted, choices].reduce((total, one) => total + one[of], 0);
  const areas = [{ area: 'all', zh: '全部', en: 'All', rules: sum('rules'), changed: sum('changed') }, ...counted, choices, { area: 'schemes', zh: '首问方案对比', en: 'Schemes compared', rules: 0, changed: 0 }];
  const at = areas.find(({ area }) => area === search.area)?.area ?? [...counted, choices].find(({ changed }) => changed > 0)?.area ?? counted[0]!.area;
  const here = page.areas.filter(({ area }) => at === 'all' || area === at);
  const inAll = here.flatMap(({ rules }) => rules);
  const fits: Record<Show, (rule: (typeof inAll)[number]) => boolean> = { all: () => true, numbers: rule => rule.params.length > 0, changed: rule => ruleChanged(rule, drafted) };
  const count = (show: Show) => (at === 'choices' ? page.choices.filter(choice => show !== 'changed' || choiceChanged(choice)).length : inAll.filter(fits[show]).length);
  const show = search.show ?? (at !== 'choices' && count('numbers') > 0 ? 'numbers' : 'all');
  const shown = here.map(area => ({ ...area, rules: area.rules.filter(rule => fits[show](rule) || rule.id === search.rule) })).filter(({ rules }) => rules.length > 0);
  const chosen = page.choices.filter(choice => show !== 'changed' || choiceChanged(choice));
  const empty = show === 'changed' ? t.noneChanged : t.noNumbers;
  const filters: Show[] = [...at === 'choices' ? ['all' as const] : ['all' as const, 'numbers' as const], ...drafted ? ['changed' as const] : []];
  const open = (rule: string | undefined) => onGo({ ...stay, area: at, ...rule && { rule } });
  const stay = { ...search.area && { area: search.area }, ...search.show && { show: search.show } };
  useEffect(() => { if (search.rule) document.getElementById(`rule-${search.rule}`)?.scrollIntoView({ block: 'nearest' }); }, [search.rule]);
  const title = areas.find(({ area }) => area === at)![language];
  if (at === 'schemes') return (
    <>
      <AreasNav areas={areas} at={at} onArea={area => onGo({ area })} />
      <SchemesPanel schemes={page.choices.find(({ setting }) => setting === 'first_contact_scheme')!} params={paramsOf(page)} draft={page.draft} mayDraft={page.may.draft} one={search.scheme} other={search.against} kind={search.kind}
        onCompare={(scheme, against, kind) => onGo({ area: at, scheme, against, kind })} onFilled={() => onGo({ area: 'first-contact', show: 'changed' })} />
    </>
  );
  return (
    <>
      <AreasNav areas={areas} at={at} onArea={area => onGo({ area })} />
      <PolicyPaper page={page} area={title} rules={here.map(area => ({ title: area[language], rules: area.rules }))} choices={at === 'choices' || at === 'all' ? page.choices : []} />
      <div className="noprint"><Panel title={title} flush tools={<Filters label={t.show} value={show} onChange={value => onGo({ area: at, show: value })} options={filters.map(value => ({ value, label: t[value], count: count(value) }))} />} note={drafted && at !== 'choices' && t.struck}>
        {at === 'choices' ? chosen.length === 0 ? <Empty title={empty} /> : <ChoicesPanel choices={chosen} draft={page.draft} onSchemes={() => onGo({ area: 'schemes' })} />
          : shown.length === 0 ? <Empty title={empty} /> : <><Jump rules={shown.flatMap(({ rules }) => rules)} onRule={open} /><RulesTable areas={shown} draft={page.draft} titled={at === 'all'} open={search.rule} onOpen={open} /></>}
      </Panel></div>
    </>
  );
}

/** On the phone, where an area is long: its rules by title, each opening its own. */
function Jump({ rules, onRule }: { rules: readonly RuleShown[]; onRule: (rule: string) => void }) {
  const t = useWords(WORDS);
  if (rules.length < 6) return null;
  return <label className="body jump"><span className="unseen">{t.jump}</span><select className="in" value="" onChange={event => onRule(event.target.value)}><option value="" disabled>{t.jumpHint}</option>{rules.map(({ id, zh }) => <option key={id} value={id}>{zh} {id}</option>)}</select></label>;
}
