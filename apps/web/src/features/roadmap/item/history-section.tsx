import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../../ui/loading.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { Section } from '../../../ui/section.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { useHistoryTexts } from '../history/history-texts.ts';
import { itemHistoryQuery } from '../roadmap.api.ts';

export function HistorySection({ plan, item }: { plan: Roadmap; item: Item }) {
  const say = useHistoryTexts();
  const { data, error, refetch } = useQuery(itemHistoryQuery(plan.id, item.id));
  return (
    <Section title={say('title')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data && <HistoryList events={data.events} />}
    </Section>
  );
}
