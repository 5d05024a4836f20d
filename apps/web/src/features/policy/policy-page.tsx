import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { publicPolicyQuery } from './policy.api.ts';
import classes from './policy.module.css';
import { PolicyFrame } from './policy-frame.tsx';
import { usePolicyTexts } from './policy-texts.ts';

/** RULE-41: one school's policy, without signing in. */
export function PolicyPage() {
  const { tenantId } = useParams({ from: '/policy/$tenantId' });
  return <OnePolicy tenantId={tenantId} />;
}

export function OnePolicy({ tenantId }: { tenantId: string }) {
  const say = usePolicyTexts();
  const { data, error, refetch } = useQuery(publicPolicyQuery(tenantId));
  return (
    <PolicyFrame lead={data?.organization}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.url && (
        <Text>
          {say('elsewhere')}{' '}
          <Anchor href={data.url} rel="noreferrer">
            {data.url}
          </Anchor>
        </Text>
      )}
      {data?.url && data.rknRegistryNumber && <Text>{say('registry', { number: data.rknRegistryNumber })}</Text>}
      {data?.text && (
        <Text component="div" className={classes['text'] ?? ''}>
          {data.text}
        </Text>
      )}
    </PolicyFrame>
  );
}
