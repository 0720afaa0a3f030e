/** Replicas of a hosted deployment: how many at most, on which hardware. A deployment may run on two kinds. */
export interface DemoCapacity {
  deployment: string;
  hardware: string;
  maxReplicas: number;
}

export const CAPACITIES: readonly DemoCapacity[] = [
  { deployment: 'support-production', hardware: '1x NVIDIA A10G', maxReplicas: 8 },
  { deployment: 'support-staging', hardware: '1x NVIDIA A10G', maxReplicas: 2 },
  { deployment: 'invoices-production', hardware: '1x NVIDIA L4', maxReplicas: 6 },
  { deployment: 'invoices-batch', hardware: '1x NVIDIA L4', maxReplicas: 3 },
  { deployment: 'contracts-production', hardware: '1x NVIDIA A100 80GB', maxReplicas: 4 },
  { deployment: 'llama-eu', hardware: '2x NVIDIA H100', maxReplicas: 6 },
  { deployment: 'llama-eu', hardware: '4x NVIDIA A100 80GB', maxReplicas: 3 },
  { deployment: 'llama-us', hardware: '2x NVIDIA H100', maxReplicas: 5 },
  { deployment: 'llama-batch', hardware: '4x NVIDIA A100 80GB', maxReplicas: 2 },
  { deployment: 'mistral-production', hardware: '1x NVIDIA H100', maxReplicas: 10 },
  { deployment: 'qwen-production', hardware: '1x NVIDIA H100', maxReplicas: 4 },
  { deployment: 'qwen-canary', hardware: '1x NVIDIA H100', maxReplicas: 1 },
];
