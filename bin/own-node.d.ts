export const leastNode: number
export const isNodeEnough: boolean
export function ownNode(): string | null
export function whyNot(node: string): string | null
