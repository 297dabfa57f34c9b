/** Id of the one conversation of a patient in a programme. */
export const conversationId = (programmeId: string, patientId: string): string => `${programmeId}:${patientId}`
/** Id of the conversation of a kf user nobody is known for yet. */
export const strangerConversationId = (programmeId: string, kfUser: string): string => `${programmeId}:kf:${kfUser}`
/** The programme a conversation belongs to. */
export const programmeOfConversation = (id: string): string => id.split(':')[0] ?? ''
