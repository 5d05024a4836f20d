import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { policiesQuery } from './policy.api.ts';
import { PolicyFrame } from './policy-frame.tsx';
import { OnePolicy } from './policy-page.tsx';
import { usePolicyTexts } from './policy-texts.ts';

/** Before anybody has signed in: the policy of the one school here, or the schools to choose from. */
export function PoliciesPage() {
  const say = usePolicyTexts();
  const { data, error, refetch } = useQuery(policiesQuery);
  const [only, ...others] = data?.operators ?? [];
  if (only && others.length === 0) return <OnePolicy tenantId={only.tenantId} />;
  return (
    <PolicyFrame lead={only && say('of.server')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !only && <Text>{say('of.none')}</Text>}
      <List>
        {data?.operators.map(({ tenantId, organization }) => (
          <List.Item key={tenantId}>
            <TextLink to="/policy/$tenantId" params={{ tenantId }}>
              {organization}
            </TextLink>
          </List.Item>
        ))}
      </List>
    </PolicyFrame>
  );
}
