package contents

import (
	"slices"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// plainColumns of an exported table hold no contents, in the table's order: those that the table shows, and further ones.
// All other columns do, or may: those that are added later, too.
var (
	plainTableColumns = []contract.ExportColumn{
		contract.ExportColumnStatus, contract.ExportColumnRequestId, contract.ExportColumnDurationMs, contract.ExportColumnDeploymentVersion,
		contract.ExportColumnConnection, contract.ExportColumnSourceType, contract.ExportColumnSource, contract.ExportColumnStartTime,
		contract.ExportColumnModel, contract.ExportColumnUserId, contract.ExportColumnInputTokens, contract.ExportColumnOutputTokens,
		contract.ExportColumnCostUsd, contract.ExportColumnTtftMs, contract.ExportColumnErrorType,
	}
	plainFurtherColumns = []contract.ExportColumn{
		contract.ExportColumnTraceId, contract.ExportColumnModelType, contract.ExportColumnResponseModel, contract.ExportColumnProvider,
		contract.ExportColumnOperation, contract.ExportColumnDeployment, contract.ExportColumnGateway, contract.ExportColumnConversationId,
		contract.ExportColumnCachedInputTokens, contract.ExportColumnReasoningTokens, contract.ExportColumnCredits,
		contract.ExportColumnStreamed, contract.ExportColumnFinishReason,
	}
	contentTableColumns   = []contract.ExportColumn{contract.ExportColumnInput, contract.ExportColumnOutput, contract.ExportColumnTags}
	contentFurtherColumns = []contract.ExportColumn{contract.ExportColumnErrorMessage, contract.ExportColumnInputJson, contract.ExportColumnOutputJson}
)

// Export says which columns of a file those get who may not see contents, and which are left out. Formats that are made of
// contents are refused.
func (r Rule) Export(format contract.ExportFormat) (columns, leftOut []contract.ExportColumn, err error) {
	switch format {
	case contract.Csv:
		return plainTableColumns, contentTableColumns, nil
	case contract.Parquet:
		return slices.Concat(plainTableColumns, plainFurtherColumns), slices.Concat(contentTableColumns, contentFurtherColumns), nil
	default:
		return nil, nil, r.Refusal("An export as " + string(format) + ", which holds prompts and answers,")
	}
}
