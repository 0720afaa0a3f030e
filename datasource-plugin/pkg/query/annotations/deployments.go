package annotations

import (
	"context"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// deployments are marked at their first replica change or request.
func deployments(ctx context.Context, asked *asking) ([]event, error) {
	var events []event
	err := asked.eachDeployment(ctx, func(model string, one contract.Deployment, wanted func(deploymentKey) bool) {
		if !asked.holds(one.DeployedTime) || !anyVersion(model, one, wanted) {
			return
		}
		events = append(events, event{
			kind: contract.AnnotationKindDeployment, at: one.DeployedTime, model: model, deployment: one.Deployment,
			title: "Deployment of " + model, text: []string{one.Deployment + " is there since its first request or replica"},
		})
	})
	return events, err
}

// versionChanges are marked at the first replica change or request of a version. The first one of a deployment is the
// deployment itself and no change.
func versionChanges(ctx context.Context, asked *asking) ([]event, error) {
	var events []event
	err := asked.eachDeployment(ctx, func(model string, one contract.Deployment, wanted func(deploymentKey) bool) {
		if one.VersionTimes == nil {
			return // A trace server of before they were told.
		}
		times := *one.VersionTimes
		for index := 1; index < len(times); index++ {
			version, before := times[index], times[index-1]
			if !asked.holds(version.FirstTime) || !wanted(deploymentKey{model, one.Deployment, version.DeploymentVersion}) {
				continue
			}
			events = append(events, event{
				kind: contract.AnnotationKindVersionChange, at: version.FirstTime, model: model, deployment: one.Deployment,
				version: version.DeploymentVersion, title: "New version of " + model,
				text: []string{one.Deployment + ": " + before.DeploymentVersion + " → " + version.DeploymentVersion},
			})
		}
	})
	return events, err
}

func (a *asking) eachDeployment(ctx context.Context, visit func(string, contract.Deployment, func(deploymentKey) bool)) error {
	models, err := a.modelList(ctx)
	if err != nil {
		return err
	}
	wanted, err := a.wanted(ctx)
	if err != nil {
		return err
	}
	for _, model := range models {
		for _, one := range model.Deployments {
			visit(model.Model, one, wanted)
		}
	}
	return nil
}

// anyVersion tells whether any version of a deployment is wanted, or the requests of the deployment without a version.
func anyVersion(model string, one contract.Deployment, wanted func(deploymentKey) bool) bool {
	for _, version := range one.Versions {
		if wanted(deploymentKey{model, one.Deployment, version}) {
			return true
		}
	}
	return wanted(deploymentKey{model, one.Deployment, ""})
}
