import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../../ui/loading.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { useHistoryTexts } from '../history/history-texts.ts';
import { roadmapHistoryQuery } from '../roadmap.api.ts';

export function PlanHistory({ plan, onClose }: { plan: Roadmap; onClose: () => void }) {
  const say = useHistoryTexts();
  const { data, error, refetch } = useQuery(roadmapHistoryQuery(plan.id));
  return (
    <SidePanel opened title={say('title')} onClose={onClose}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <HistoryList events={data.events} />}
    </SidePanel>
  );
}
