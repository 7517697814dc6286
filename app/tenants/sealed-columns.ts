/** "Let op: slechthorend" of a tenant. */
export const attentionColumn = (rowId: string) => ({ table: 'tenant', column: 'attention_sealed', rowId })
