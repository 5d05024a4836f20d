import { useQuery } from '@tanstack/react-query';
import { FailureError } from '../../../lib/api/failures.ts';
import { sendSignedIn } from '../../../lib/api/signed-in.ts';
import { Loading } from '../../../ui/loading.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './plan-head.module.css';

/** The printed form as it will come out. A frame without scripts of its own: it is a document and no page of ours. */
export function PrintPreview({ url }: { url: string }) {
  const say = useRoadmapTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['print', url],
    queryFn: async ({ signal }) => {
      const answer = await sendSignedIn('GET', url, { signal });
      if (!answer.ok) throw new FailureError('defect', answer.status);
      return answer.text();
    },
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading lines={4} />;
  return <iframe className={classes['preview']} title={say('print.previewTitle')} sandbox="" srcDoc={data} />;
}
