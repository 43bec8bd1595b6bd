import { useQuery } from '@tanstack/react-query';
import type { Room } from '@shouwen/contract/customers';
import { get } from '../app/api.ts';
import { Combobox } from '../ui/combobox.tsx';
import { useLater } from '../ui/use-later.ts';

interface Props {
  label: string; hint?: string; placeholder?: string; error?: string | undefined; required?: boolean; name: string; centreId: string | undefined;
  value: string; onType: (place: string) => void; onChoose: (room: Pick<Room, 'id' | 'name'>) => void;
}

/** Where: typed as one says it, with the rooms and common parts that fit offered. */
export function PlaceField({ centreId, value, onType, onChoose, ...rest }: Props) {
  const asked = useLater(value.trim().slice(0, 100), 200);
  const { data } = useQuery({ queryKey: ['rooms', 'offer', centreId, asked], queryFn: ({ signal }) => get<{ rows: Room[] }>('/rooms', { centreId, q: asked, limit: 6 }, signal), enabled: asked !== '', staleTime: 60_000 });
  const rooms = data?.rows.filter(room => room.name !== value.trim()) ?? [];
  return <Combobox {...rest} maxLength={200} value={value} onType={onType} offers={asked ? rooms.map(({ id, name }) => ({ id, label: name })) : []} onChoose={id => { const room = rooms.find(one => one.id === id); if (room) onChoose(room); }} />;
}
