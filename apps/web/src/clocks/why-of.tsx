import { useQuery } from '@tanstack/react-query';
import { matterQuery } from '../matters/matters-query.ts';
import { Trouble } from '../app/trouble.ts';
import { Loading, RefusalNote } from '../ui/notes.tsx';
import { WhyLedger } from './why-ledger.tsx';

/** The why of a clock that a list knows only by its id: the matter is read when somebody asks. */
export function WhyOf({ number, clock: id }: { number: string; clock: string }) {
  const { data: matter, error } = useQuery(matterQuery(number));
  if (error instanceof Trouble) return <RefusalNote trouble={error} />;
  const clock = matter?.clocks.find(one => one.id === id);
  return matter && clock ? <WhyLedger clock={clock} zone={matter.zone} names={matter.names} /> : <Loading lines={3} />;
}
