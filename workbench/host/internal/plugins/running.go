package plugins

// Running are the back ends of plugins by plugin id.
type Running map[string]*Process

// StartAll starts the back end of every plugin that has one. On an error, those already started are stopped.
func StartAll(manifests []Manifest) (Running, error) {
	running := Running{}
	for _, manifest := range manifests {
		if !manifest.Backend {
			continue
		}
		process, err := Start(manifest)
		if err != nil {
			running.Stop()
			return nil, err
		}
		running[manifest.ID] = process
	}
	return running, nil
}

// Stop ends all back ends.
func (r Running) Stop() {
	for _, process := range r {
		process.Stop()
	}
}
