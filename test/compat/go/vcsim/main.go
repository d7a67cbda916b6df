// Command vcsim starts govmomi's released simulator under the flags of its own command that our cases and the bench
// use. It adds nothing: what answers is the simulator as released.
package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/vmware/govmomi/simulator"

	_ "github.com/vmware/govmomi/lookup/simulator"
	_ "github.com/vmware/govmomi/pbm/simulator"
	_ "github.com/vmware/govmomi/ssoadmin/simulator"
	_ "github.com/vmware/govmomi/sts/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

func main() {
	model := simulator.VPX()
	flag.IntVar(&model.Datacenter, "dc", model.Datacenter, "datacenters")
	flag.IntVar(&model.Cluster, "cluster", model.Cluster, "clusters per datacenter")
	flag.IntVar(&model.ClusterHost, "host", model.ClusterHost, "hosts per cluster")
	flag.IntVar(&model.Host, "standalone-host", model.Host, "standalone hosts per datacenter")
	flag.IntVar(&model.Machine, "vm", model.Machine, "virtual machines per pool and per standalone host")
	flag.IntVar(&model.Datastore, "ds", model.Datastore, "datastores")
	flag.IntVar(&model.Pool, "pool", model.Pool, "resource pools per cluster")
	flag.IntVar(&model.App, "app", model.App, "vApps per cluster")
	flag.IntVar(&model.Folder, "folder", model.Folder, "folders")
	flag.IntVar(&model.Pod, "pod", model.Pod, "storage pods per datacenter")
	flag.IntVar(&model.Portgroup, "pg", model.Portgroup, "distributed port groups")
	flag.IntVar(&model.OpaqueNetwork, "nsx", model.OpaqueNetwork, "opaque networks")
	esx := flag.Bool("esx", false, "one ESXi host instead of a vCenter")
	listen := flag.String("l", "127.0.0.1:8989", "address")
	secure := flag.Bool("tls", true, "HTTPS")
	username := flag.String("username", "", "the one user that may log in; any when empty")
	password := flag.String("password", "", "that user's password")
	env := flag.String("E", "-", "where the export line goes: stdout or a fifo")
	version := flag.String("api-version", "", "API version presented")
	flag.Parse()

	if *esx {
		vpx := model
		model = simulator.ESX()
		model.Datastore, model.Machine = vpx.Datastore, vpx.Machine
	}
	if err := model.Create(); err != nil {
		log.Fatal(err)
	}
	if *version != "" {
		model.ServiceContent.About.ApiVersion = *version
	}
	service := model.Service
	service.RegisterEndpoints = true
	service.Listen = &url.URL{Host: *listen}
	if *secure {
		service.TLS = new(tls.Config)
	}
	if *username != "" {
		service.Listen.User = url.UserPassword(*username, *password)
	}
	server := service.NewServer()
	defer model.Remove()
	defer server.Close()
	if err := announce(*env, server.URL); err != nil {
		log.Fatal(err)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	<-stop
}

func announce(path string, url *url.URL) error {
	var out io.Writer = os.Stdout
	if path != "-" {
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer file.Close()
		out = file
	}
	_, err := fmt.Fprintf(out, "export GOVC_URL=%s GOVC_SIM_PID=%d\n", url, os.Getpid())
	return err
}
