import { Anchor, Text, Title } from '@mantine/core';
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

/** A block that begins with «1. …» on a line of its own has a heading. */
function Part({ text }: { text: string }) {
  const [, heading, rest] = /^(\d+\. [^\n]{1,120})\n(.+)$/s.exec(text) ?? [];
  return (
    <div>
      {heading && (
        <Title order={2} size="h4" mb={4}>
          {heading}
        </Title>
      )}
      <Text component="div" className={classes['text'] ?? ''}>
        {rest ?? text}
      </Text>
    </div>
  );
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
      {data?.text && data.text.split(/\n{2,}/).map((part) => <Part key={part} text={part} />)}
    </PolicyFrame>
  );
}
